@echo off
rem The Makefile's doors for Windows:  make setup   make demo   make test
setlocal
cd /d "%~dp0"
rem Indonesian and English text look right in every console, and byte code may be written.
set PYTHONUTF8=1
set PYTHONDONTWRITEBYTECODE=
set PIP_DISABLE_PIP_VERSION_CHECK=1
set BIN=.venv\Scripts

if "%~1"=="setup" goto setup
if "%~1"=="demo"  goto demo
if "%~1"=="test"  goto test
echo   make setup   make .venv with everything to work on the package
echo   make demo    see the five steps happen in a scratch repository
echo   make test    the Python tests: all but the slow ones and those of browser and Node
if "%~1"=="" exit /b 0
exit /b 2

:setup
call :install dev || exit /b 1
echo ready: %BIN%\kendal
exit /b 0

:demo
rem A .venv for work on the package has all that the demo needs.
if not exist .venv\dev.txt (call :install run || exit /b 1) else (call :install dev || exit /b 1)
%BIN%\kendal demo
exit /b %ERRORLEVEL%

:test
call :install dev || exit /b 1
%BIN%\python -m pytest -q -n 2 -m "not browser and not node and not slow"
exit /b %ERRORLEVEL%

:install
rem %1 names a lock file. A copy of it in .venv says that it is installed already.
fc /b requirements\%1.txt .venv\%1.txt >nul 2>nul
if not errorlevel 1 exit /b 0
where git >nul 2>nul
if errorlevel 1 (
    echo git is missing. Install it first:  winget install Git.Git
    exit /b 1
)
call :python || exit /b 1
if not exist %BIN%\python.exe (
    echo making .venv ^(once^) ...
    %PYTHON% -m venv .venv || exit /b 1
)
echo installing what kendal needs ^(once^) ...
%BIN%\python -m pip install --quiet --require-hashes -r requirements\%1.txt || exit /b 1
%BIN%\python -m pip install --quiet --no-build-isolation --no-deps --editable . || exit /b 1
%BIN%\python -m compileall -q kendal_git || exit /b 1
copy /y requirements\%1.txt .venv\%1.txt >nul
exit /b 0

:python
rem The first of these that is Python 3.11 or newer.
for %%P in ("py -3.11" "py -3" "python") do (
    %%~P -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && (
        set "PYTHON=%%~P"
        exit /b 0
    )
)
echo kendal_git needs Python 3.11 or newer. Install it:  winget install Python.Python.3.11
exit /b 1
