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

/** A browser whose disk takes nothing. */
export const noDisk = (): void => {
  IDBFactory.prototype.open = () => {
    throw new DOMException('no', 'SecurityError');
  };
};

/** A browser whose disk never answers. */
export const slowDisk = (): void => {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (name, version) {
    const asked = open.call(this, name, version);
    asked.addEventListener('success', (event) => event.stopImmediatePropagation(), { capture: true });
    return asked;
  };
};

/** What pages say of it. */
export const NOT_SURE = '^Saved in this browser at \\d\\d:\\d\\d\\. If the browser crashes soon after, the last change may be lost\\.$';
export const NOT_KEPT = 'This browser is not keeping what you write. Copy the link or save a file before you leave.';
export const NO_ROOM = 'Not saved: this browser has no room left. Your work is still on this page. Download it now.';
