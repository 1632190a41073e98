import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './api/query';
import { App } from './app/App';
import './style.css';

const root = document.getElementById('root');
// Menus and windows are not part of the first load; bring them before they are asked for.
window.setTimeout(() => void Promise.all([import('./kit/MenuPopup'), import('./kit/Modal'), import('./app/Palette')]), 1500);

if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
