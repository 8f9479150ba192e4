/** A browser that keeps nothing, as some do in private windows. Runs in the page, before its scripts. */
export const forbidden = (): void => {
  Object.defineProperty(window, 'localStorage', {
    get: () => {
      throw new DOMException('no', 'SecurityError');
    },
  });
};

/** A browser that reads and does not write. */
export const readOnly = (): void => {
  Storage.prototype.setItem = () => {
    throw new DOMException('no', 'SecurityError');
  };
};

/** A browser without room. */
export const full = (): void => {
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
};

/** What pages say of it. */
export const NOT_KEPT = 'This browser is not keeping what you write. Copy the link or save a file before you leave.';
export const NO_ROOM = 'Not saved: this browser has no room left. Your work is still on this page. Download it now.';
