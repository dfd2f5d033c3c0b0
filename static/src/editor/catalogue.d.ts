// Of Django's catalogue for scripts, which every page loads before the editor.
declare function gettext(words: string): string;
declare function ngettext(one: string, several: string, count: number): string;
declare function interpolate(words: string, values: object, named: boolean): string;
