@echo off
setlocal
rem Windows looks for a program in the current folder first, and that may be somebody's clone.
set "NoDefaultCurrentDirectoryInExePath=1"
set "node="
for %%I in (node.exe) do set "node=%%~$PATH:I"
rem A PATH may lead there, too: then the editor runs the command line.
if defined node for %%I in ("%node%") do if /i "%%~dpI"=="%CD%\" set "node="
if defined node (
  "%node%" "%~dp0..\..\dist\cli.js" %*
) else (
  set ELECTRON_RUN_AS_NODE=1
  "%MICROGOALS_RUNTIME%" "%~dp0..\..\dist\cli.js" %*
)
