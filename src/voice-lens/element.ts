/**
 * "Only the paper" without leaving the page: sets `data-lens` on the root, keeps the state in the address (`?voice=paper`),
 * and lets Back undo it. Without scripts the same link works by its fragment.
 */
class VoiceLens extends HTMLElement {
  connectedCallback(): void {
    const notice = this.querySelector<HTMLElement>('.lens-notice');
    const [on, off] = [this.querySelector<HTMLAnchorElement>('.lens-link'), notice?.querySelector('a')];
    if (!notice || !on || !off) throw new Error('<voice-lens> needs a link, a notice and a way back.');
    const root = document.documentElement;
    const active = (): boolean => new URLSearchParams(location.search).get('voice') === 'paper';
    const apply = (): void => {
      if (active()) root.dataset.lens = 'paper';
      else delete root.dataset.lens;
    };
    const go = (href: string, focus: HTMLElement) => (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      // a fragment that stayed in the address would keep the notice targeted
      history.pushState(null, '', href);
      location.hash && history.replaceState(null, '', href);
      apply();
      focus.focus();
    };
    on.addEventListener('click', go('?voice=paper', off));
    off.addEventListener('click', (event) => {
      // leaving a targeted notice needs a real navigation: pushState does not change :target
      if (document.querySelector('.lens-notice:target')) return;
      go(location.pathname, on)(event);
    });
    addEventListener('popstate', apply);
    apply();
  }
}

customElements.define('voice-lens', VoiceLens);
