/**
 * Hands a file to the browser's downloads.
 * @param {BlobPart} bytes
 * @param {string} name
 */
export function saveFile(bytes, name) {
  const url = URL.createObjectURL(new Blob([bytes]));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
