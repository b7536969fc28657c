import {configure} from 'ipsm-consent';
import {createApp} from 'vue';
import ModelForm from './ModelForm.vue';
import ValidatedForm from './ValidatedForm.vue';

configure({policy: '/policy/policy.json'});

const way = new URLSearchParams(location.search).get('way');
createApp(way === 'vee-validate' ? ValidatedForm : ModelForm).mount('#app');
