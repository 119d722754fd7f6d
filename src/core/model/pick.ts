/** Some members of an object, in this order. */
export function pick<Members extends object, Name extends keyof Members>(
  members: Members,
  ...names: readonly Name[]
): Pick<Members, Name> {
  return Object.fromEntries(names.map((name) => [name, members[name]])) as Pick<Members, Name>;
}
