/** Copies what a read-only field shows. Where the browser forbids the clipboard, the text is at least selected: false. */
export async function copyText(field: HTMLInputElement | null): Promise<boolean> {
  if (!field) return false;
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return false; // no permission, or no https
  }
}
