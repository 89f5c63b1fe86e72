/** `Software Developers (##)`: this code of 2018 takes in several codes of 2010. */
const MARKED = /^(?<title>.+) \(##\)$/;

export function isMarkedMerged(title: string): boolean {
  return MARKED.test(title);
}

export function withoutMark(title: string): string {
  return MARKED.exec(title)?.groups?.title ?? title;
}
