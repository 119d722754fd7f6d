/** esbuild includes shell scripts as text. */
declare module '*.sh' {
  const text: string;
  export = text;
}
