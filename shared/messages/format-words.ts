import type { Bilingual } from '../text/languages.ts';

/**
 * What a file turned out to be instead of a workbook that is read: words for the parameter `found` of
 * `unsupported_format`, `not_a_workbook` and `encoding_unrecognised`.
 */
export const formatWords: Readonly<Record<string, Bilingual>> = {
  xls_old: { zh: 'Excel 95 或更早的 .xls', en: 'an .xls of Excel 95 or older' },
  xlsb: { zh: '二进制工作簿 .xlsb', en: 'a binary workbook .xlsb' },
  ods: { zh: 'OpenDocument 表格 .ods', en: 'an OpenDocument spreadsheet .ods' },
  fods: { zh: 'OpenDocument 表格 .fods', en: 'an OpenDocument spreadsheet .fods' },
  numbers: { zh: '苹果 Numbers 表格', en: 'an Apple Numbers spreadsheet' },
  spreadsheetml: { zh: 'XML 表格 2003', en: 'an XML spreadsheet 2003' },
  xml: { zh: 'XML 文件', en: 'an XML file' },
  xml_utf16: { zh: 'UTF-16 编码的工作簿', en: 'a workbook in UTF-16' },
  xml_encoding: { zh: '非 UTF-8 编码的工作簿', en: 'a workbook in another encoding than UTF-8' },
  mhtml: { zh: '单个文件网页 .mht', en: 'a single-file web page .mht' },
  html: { zh: '没有表格的网页', en: 'a web page without a table' },
  html_frames: { zh: '分成几个文件的网页', en: 'a web page in several files' },
  html_nested: { zh: '表格套表格的网页', en: 'a web page with tables inside tables' },
  jpeg: { zh: '图片', en: 'a picture' },
  png: { zh: '图片', en: 'a picture' },
  gif: { zh: '图片', en: 'a picture' },
  tiff: { zh: '图片', en: 'a picture' },
  webp: { zh: '图片', en: 'a picture' },
  heic: { zh: '图片', en: 'a picture' },
  pdf: { zh: ' PDF 文档', en: 'a PDF document' },
  rtf: { zh: ' RTF 文档', en: 'an RTF document' },
  doc: { zh: ' Word 文档', en: 'a Word document' },
  docx: { zh: ' Word 文档', en: 'a Word document' },
  ppt: { zh: '演示文稿', en: 'a presentation' },
  pptx: { zh: '演示文稿', en: 'a presentation' },
  msg: { zh: '邮件', en: 'an e-mail' },
  ole2: { zh: '其他办公软件的文件', en: 'a file of another office program' },
  zip: { zh: '压缩包', en: 'an archive' },
  zip_empty: { zh: '空的压缩包', en: 'an empty archive' },
  rar: { zh: '压缩包', en: 'an archive' },
  '7z': { zh: '压缩包', en: 'an archive' },
  gzip: { zh: '压缩包', en: 'an archive' },
  executable: { zh: '程序', en: 'a program' },
  binary: { zh: '二进制数据', en: 'binary data' },
  big5: { zh: 'Big5（繁体）', en: 'Big5' },
};
