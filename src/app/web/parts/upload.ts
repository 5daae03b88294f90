import type { Output } from '../../../core/model/endpoints/index.ts';
import { CallFault, calls, refusalOf } from './call.ts';

/** Brings a file to the server; tells how much of it has gone, from 0 to 1. `fetch` does not tell, so this is an XMLHttpRequest. */
export function upload(file: File, onShare: (share: number) => void): Promise<Output<'upload'>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${calls.upload.path}?${new URLSearchParams({ fileName: file.name })}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => onShare(event.total === 0 ? 1 : event.loaded / event.total);
    request.onerror = () => reject(new CallFault('unreachable', 'HTTP 0'));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as Output<'upload'>);
      else void refusalOf(request.status, request.responseText).then(reject);
    };
    request.send(file);
  });
}
