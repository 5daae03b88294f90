import { SaxesParser } from 'saxes';

/** What a reader of a part of a workbook is told. Names come without their prefix. */
export interface XmlVisitor {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Takes an XML document block by block. */
export interface XmlReader {
  write(block: Buffer): void;
  /** @throws Error when the document is not whole */
  close(): void;
}

/** A reader that tells a visitor. Entities of a document type are not expanded. */
export function xmlReader(visitor: XmlVisitor): XmlReader {
  const parser = new SaxesParser({ position: false });
  parser.on('opentag', (tag) => visitor.open?.(bareName(tag.name), tag.attributes as Record<string, string>));
  parser.on('text', (text) => visitor.text?.(text));
  parser.on('cdata', (text) => visitor.text?.(text));
  parser.on('closetag', (tag) => visitor.close?.(bareName(tag.name)));
  const decoder = new TextDecoder();
  return {
    write: (block) => parser.write(decoder.decode(block, { stream: true })),
    close: () => parser.close(),
  };
}

/** Reads a whole document. */
export async function readXml(blocks: AsyncIterable<Buffer>, visitor: XmlVisitor): Promise<void> {
  const reader = xmlReader(visitor);
  for await (const block of blocks) reader.write(block);
  reader.close();
}

function bareName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
