/** `20261123T021500Z-1a2b3c4d`: UTC time, then the first 8 hex digits of the content hash. */
export function versionId(createdAt: string, contentHash: string): string {
  const time = new Date(createdAt).toISOString().replace(/\.\d+/, "").replaceAll(/[-:]/g, "");
  return `${time}-${contentHash.slice(0, 8)}`;
}

export function isVersionId(name: string): boolean {
  return /^\d{8}T\d{6}Z-[0-9a-f]{8}$/.test(name);
}
