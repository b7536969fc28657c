import {bootstrapApplication} from '@angular/platform-browser';
import {configure} from 'ipsm-consent';
import {Registration} from './registration';

configure({policy: '/policy/policy.json'});
await bootstrapApplication(Registration);
