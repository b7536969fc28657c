import {configure} from 'ipsm-consent';
import {render} from 'solid-js/web';
import {PlainForm} from './plain-form';
import {TanstackForm} from './tanstack-form';

configure({policy: '/policy/policy.json'});

const way = new URLSearchParams(location.search).get('way');
render(way === 'tanstack' ? () => <TanstackForm /> : () => <PlainForm />, document.getElementById('root')!);
