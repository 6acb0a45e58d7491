import { expect, it } from 'vitest';
import { match } from '../src/app/match';

const names = ['Reader', 'Review', 'Export: Word document', 'Pátra Gazette'];
const found = (words: string) => match(names, words, (one) => one);

it('finds commands by beginnings of their words first', () => {
  expect(found('re')[0]).toBe('Reader');
  expect(found('wo')).toEqual(['Export: Word document']);
});
it('wants every word that was typed', () => {
  expect(found('export word')).toEqual(['Export: Word document']);
  expect(found('export reader')).toEqual([]);
});
it('does not mind accents or signs of patterns', () => {
  expect(found('patra')).toEqual(['Pátra Gazette']);
  expect(found('[(')).toEqual([]);
});
it('shows everything before anything is typed', () => {
  expect(found(' ')).toEqual(names);
});
