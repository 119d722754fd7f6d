export function checkManifest(): Promise<string[]> {
  return Promise.resolve([]);
}
