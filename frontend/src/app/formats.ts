// Formats that a case is written in from the page (docs/reference/formats.md); `label` is a key of
// the catalogues.
export const FORMATS: { format: string; label: string }[] = [
  { format: 'html', label: 'format.html' },
  { format: 'docx', label: 'format.docx' },
  { format: 'pdf', label: 'format.pdf' },
  { format: 'markdown', label: 'format.markdown' },
  { format: 'json', label: 'format.json' },
  { format: 'csv', label: 'format.csv' },
];
