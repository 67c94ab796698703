/** Part of every batch id: raise it when a change alters what any file becomes. */
export const normaliserVersion = '5';
