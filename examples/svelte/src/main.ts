import {configure} from 'ipsm-consent';
import {mount} from 'svelte';
import PlainForm from './PlainForm.svelte';
import TanstackForm from './TanstackForm.svelte';

configure({policy: '/policy/policy.json'});

const way = new URLSearchParams(location.search).get('way');
mount(way === 'tanstack' ? TanstackForm : PlainForm, {target: document.getElementById('root')!});
