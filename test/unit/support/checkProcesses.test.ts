import assert from 'node:assert/strict';
import { checkProcesses } from '../../support/check/checkProcesses';
import { sourceFiles } from '../../support/check/sourceFiles';

const STARTING = "import { spawn } from 'node:child_process';";

describe('checkProcesses', () => {
  it('finds whatever starts git past the one place that decides how', () => {
    const texts = [
      STARTING,
      "import * as processes from 'child_process';",
      "const { execFile } = await import('node:child_process');",
      "const { fork } = require('child_process');",
      "import {\n  spawnSync,\n} from 'node:child_process';",
      "import { simpleGit } from 'simple-git';",
    ];
    for (const text of texts) {
      const [problem, ...more] = checkProcesses([{ name: 'src/git/run/spool.ts', text }]);
      assert.match(problem ?? '', /^src\/git\/run\/spool\.ts: only .* may import (child_process|simple-git);/);
      assert.deepEqual(more, []);
    }
  });

  it('lets that place through, and types', () => {
    const type = "import type { ChildProcess } from 'node:child_process';";
    const files = [
      { name: 'src/git/run/gitCall.ts', text: STARTING },
      { name: 'src/git/run/runGit.ts', text: type },
    ];
    assert.deepEqual([...checkProcesses(files), ...checkProcesses(sourceFiles('src'))], []);
  });
});
