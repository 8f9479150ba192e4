/**
 * Puts a button beside a text that copies it: `<copy-text label="Copy the AMA citation"><p>...</p></copy-text>`. Where the
 * clipboard is refused the text is selected, for the reader's own keys. Without scripts there is only the text.
 */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const text = this.querySelector('p');
    const label = this.getAttribute('label');
    if (!text || !label) throw new Error('<copy-text> needs a paragraph and a label.');
    if (this.querySelector('button')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', label);
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    this.append(button, status);

    button.addEventListener('click', async () => {
      // one answer at a time, and the same words are only spoken again after they were gone
      for (const other of document.querySelectorAll('copy-text [role="status"]')) other.textContent = '';
      await new Promise((next) => setTimeout(next, 50));
      try {
        await navigator.clipboard.writeText(text.textContent.trim());
        status.textContent = 'Copied';
      } catch {
        getSelection()?.selectAllChildren(text);
        status.textContent = 'Selected, ready to copy';
      }
    });
  }
}

customElements.define('copy-text', CopyText);
