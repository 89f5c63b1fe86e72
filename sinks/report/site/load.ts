/** What a data file hands over, as soon as it is loaded: its name, and its content gzipped in base64. */
type Handover = (name: string, packed: string) => void;

declare global {
  interface Window {
    occupations?: Handover;
    trustedTypes?: {
      readonly createPolicy: (
        name: string,
        rules: { readonly createScriptURL: (url: string) => string },
      ) => { readonly createScriptURL: (url: string) => string };
    };
  }
}

const waiting = new Map<string, (packed: string) => void>();
const loaded = new Map<string, Promise<string>>();

window.occupations = (name, packed) => waiting.get(name)?.(packed);

/** The only scripts that the site loads by itself: its data files, and the parts that not every reader needs. */
const NAMES = /^(?:data\/[a-z0-9-]+|plots|search)\.js$/;

const policy = window.trustedTypes?.createPolicy("occupations-data", { createScriptURL: checked });

function checked(url: string): string {
  if (!NAMES.test(url)) throw new TypeError(`${url} is no file of this site.`);
  return url;
}

/** The content of `data/<name>.js`, loaded once. */
export function loadText(name: string): Promise<string> {
  return once(name, () => {
    const packed = new Promise<string>((resolve) => waiting.set(name, resolve));
    return loadScript(`data/${name}.js`).then(() => packed.then(unpacked));
  });
}

/** The same, read as JSON. */
export async function loadData<T>(name: string): Promise<T> {
  return JSON.parse(await loadText(name)) as T;
}

function once(name: string, load: () => Promise<string>): Promise<string> {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const loading = load();
  loaded.set(name, loading);
  loading.catch(() => loaded.delete(name)); // so that it can be tried again
  return loading;
}

/** Loads a script of the site. */
export function loadScript(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = policy === undefined ? checked(path) : policy.createScriptURL(path);
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(missing(path))));
    document.head.append(script);
  });
}

function missing(path: string): string {
  return `The file ${path} of this site could not be loaded. Is the folder report/ whole? \`occupations verify\` tells.`;
}

async function unpacked(packed: string): Promise<string> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
