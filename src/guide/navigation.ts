import { addressOf } from '../lib/urls.ts';
import type { GuideData } from '../schemas/guide.ts';

/** An item of the navigation, and whether it leads to the page itself or to what stands over it. */
export interface CurrentPlace {
  label: string;
  isThePage: boolean;
}

/**
 * The one item of a navigation that an address belongs to: the one with the longest address that it is, or stands under.
 * Home stands over nothing, or it would stand over everything.
 *
 * @param items the navigation of `content/guide.yaml`
 * @param address inside the site, such as /gaps/timetables/
 * @returns undefined where no item stands for it: home, search, what is about the guide
 */
export function currentPlace(items: GuideData['navigation'], address: string): CurrentPlace | undefined {
  let longest = 0;
  let current: CurrentPlace | undefined;
  for (const { label, to, covers } of items)
    for (const at of [to, ...covers].map((ref) => addressOf(ref))) {
      const stands = address === at || (at !== '/' && address.startsWith(at));
      if (!stands || at.length <= longest) continue;
      longest = at.length;
      current = { label, isThePage: address === addressOf(to) };
    }
  return current;
}
