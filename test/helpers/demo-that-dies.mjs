// Registers the record in its first argument into the folder in its second, says so and waits to be killed.
import {createApp} from '../../out/demo/server/app.js';
import {openInFolder} from '../../out/demo/server/database.js';
import {register} from './demo-server.mjs';

const [, , text, folder] = process.argv;
const app = await createApp({database: await openInFolder(folder)});
console.log((await register(app, text)).status);
setInterval(() => {}, 60_000);
