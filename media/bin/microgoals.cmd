@echo off
where node >nul 2>nul
if %errorlevel%==0 (
  node "%~dp0..\..\dist\cli.js" %*
) else (
  set ELECTRON_RUN_AS_NODE=1
  "%MICROGOALS_RUNTIME%" "%~dp0..\..\dist\cli.js" %*
)
