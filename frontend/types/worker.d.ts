/** Filled in by tools/pack.mjs; from the source they do not exist. */
declare const LINLI_FILES: { url: string; integrity: string }[] | undefined;
declare const LINLI_VERSION: string | undefined;
