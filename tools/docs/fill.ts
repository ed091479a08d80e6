const PART = /(<!-- begin generated: ([a-z-]+) -->\n)[^]*?(\n<!-- end generated -->)/g;

/** A document with the text between its markers made anew. Throws on a marker that names no section. */
export function fillSections(document: string, sections: Readonly<Record<string, () => string>>): string {
  return document.replace(PART, (_, begin: string, name: string, end: string) => {
    const section = sections[name];
    if (section === undefined) throw new Error(`There is no section "${name}".`);
    return `${begin}\n${section()}\n${end}`;
  });
}
