/**
 * Everything a person can do by key or from the palette. Panels export their lists; `App.tsx` joins
 * them, binds the keys (tinykeys notation) and hands them to the palette and the `?` screen: one
 * list, so that no key is undocumented.
 */
export interface Action {
  id: string;
  /** i18n key of its name. */
  label: string;
  /** Heading in the `?` screen: i18n key. */
  group: string;
  /** tinykeys notation (`n`, `Shift+D`, `$mod+k`), shown in the palette too. */
  keys?: string;
  /** Works while typing in a field. Plain letters never do. */
  whileTyping?: boolean;
  /** Offered only when it can be done now. */
  when?: () => boolean;
  run: () => void;
}
