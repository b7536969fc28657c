import {configure} from 'ipsm-consent';
import {StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import {ActionForm} from './action-form';
import {HookForm} from './hook-form';
import {PlainForm} from './plain-form';

configure({policy: '/policy/policy.json'});

const WAYS: Record<string, () => React.JSX.Element> = {action: ActionForm, 'hook-form': HookForm};
const Form = WAYS[new URLSearchParams(location.search).get('way') ?? ''] ?? PlainForm;

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Form />
  </StrictMode>,
);
