/** The part of jsonstat-toolkit the tests read datasets with; the package brings no types. */
declare module 'jsonstat-toolkit' {
  interface Dimension {
    readonly id: readonly string[];
    readonly length: number;
  }
  interface Dataset {
    readonly class: string;
    readonly id: readonly string[];
    readonly size: readonly number[];
    readonly role: Readonly<Record<string, readonly string[]>>;
    Dimension(id: string): Dimension;
    Data(
      where: Readonly<Record<string, string | number>>,
    ): { value: number | null; status: string | null } | null;
  }
  const JSONstat: (document: unknown) => Dataset;
  export = JSONstat;
}
