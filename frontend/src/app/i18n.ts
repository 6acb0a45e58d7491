export { LOCALES, beginWords, day, language, num, setLocale, t, told, when } from './i18n.svelte';
