import {configure} from 'ipsm-consent';
import {render} from 'preact';
import {Registration} from './registration';

configure({policy: '/policy/policy.json'});
render(<Registration />, document.getElementById('root')!);
