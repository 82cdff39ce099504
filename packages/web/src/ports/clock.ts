/** The present instant; the only place in the web app that reads the browser's clock. */
export const now = (): Date => new Date();
