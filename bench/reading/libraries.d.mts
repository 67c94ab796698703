export function exceljsStream(file: string): Promise<import('./readers.ts').Found>;
export function sheetjs(file: string): Promise<import('./readers.ts').Found>;
