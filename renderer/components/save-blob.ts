/** Hands a file made in the page to the person, under a name they will recognise. */
export function saveBlob(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  saveAddress(address, fileName);
  // The browser has taken hold of the file by the next task.
  window.setTimeout(() => URL.revokeObjectURL(address), 0);
}

/** The same for a file the backend has made. */
export function saveAddress(address: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
}
