import './styles/fonts.css';
import './styles/tokens.css';
import './styles/parts.css';
import './styles/base.css';
import { mount } from 'svelte';
import App from './app/App.svelte';
import { beginWords } from './app/i18n';

const target = document.getElementById('app');
void beginWords().then(() => target && mount(App, { target }));
