import { namingStyleOf, type NamingStyle } from '../manifests/event-names.js';

/** Names that should be written alike and are not. */
export interface MixedNaming<T> {
  /** The style of most. */
  readonly style: NamingStyle;
  readonly count: number;
  /** Those in another style, in the order of the text. */
  readonly others: readonly { readonly item: T; readonly name: string; readonly style: NamingStyle }[];
}

/** With fewer names nobody can say which style was meant. */
const enough = 4;

/** The style of most of some names, and the names in another; `undefined` where they are of one style, too few, or half and half. */
export function mixedNaming<T>(items: readonly T[], nameOf: (item: T) => string | undefined): MixedNaming<T> | undefined {
  const styled = items.flatMap((item) => {
    const name = nameOf(item);
    const style = name === undefined ? undefined : namingStyleOf(name);
    return name === undefined || style === undefined ? [] : [{ item, name, style }];
  });
  const counts = new Map<NamingStyle, number>();
  for (const { style } of styled) counts.set(style, (counts.get(style) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (styled.length < enough || !most || most[1] === styled.length || most[1] * 2 <= styled.length) return undefined;
  return { style: most[0], count: most[1], others: styled.filter(({ style }) => style !== most[0]) };
}
