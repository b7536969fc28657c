import {fallbackNow} from '../policy';
import {Form} from './form';

export default async function Page() {
  return <Form fallback={await fallbackNow()} />;
}
