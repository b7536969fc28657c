import {accept} from '../accept';

export async function POST(request: Request) {
  const answer = await accept(await request.formData());
  return Response.json(answer, {status: answer.ok ? 200 : 422});
}
