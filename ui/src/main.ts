import { mount } from 'svelte';
import { installTransport } from './api/client';
import { browser, HttpTransport } from './api/http';
import { installPlatform } from './api/platform';
import { desktop, isInDesktopWindow, shellTransport } from './api/tauri';
import App from './app/App.svelte';
import './styles/index.css';

if (isInDesktopWindow()) {
  installTransport(shellTransport);
  installPlatform(desktop);
} else {
  installTransport(new HttpTransport());
  installPlatform(browser);
}

const target = document.getElementById('app');
if (!target) throw new Error('The page has no element for the window.');
mount(App, { target });
