/** Address of the atlas that `atlas.ts` makes when the pages are built. */
declare module 'virtual:atlas' {
  const address: string;
  export default address;
}
