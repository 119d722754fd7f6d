import assert from 'node:assert/strict';
import { packagedReadme } from '../../support/run/packagedReadme';

describe('packagedReadme', () => {
  it('leaves out pictures and links that need the repository', () => {
    const text = 'One.\n\n![A picture](media/a.png)\n\nSee [the format](docs/format.md).\n';
    assert.equal(packagedReadme(text), 'One.\n\nSee the format.\n');
  });

  it('keeps what has an address of its own', () => {
    const text = '![A picture](https://example.com/a.png)\n\n[Below](#below) and [there](https://example.com).\n';
    assert.equal(packagedReadme(text), text);
  });
});
