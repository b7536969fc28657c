import {manifestNow} from '../../policy';

export const dynamic = 'force-dynamic';
export const GET = async () => Response.json(await manifestNow());
