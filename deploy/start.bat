@echo off
rem Installs from the wheels beside this script when it is first called, without a network, then starts the dashboard.
rem PORT chooses another port than 8501.
setlocal
cd /d "%~dp0"
if not defined PORT set PORT=8501
py -@PYTHON@ -c "" 2>nul || (echo These wheels are for Python @PYTHON@; install it first. & exit /b 1)
if not exist .venv\installed (
    py -@PYTHON@ -m venv --clear .venv || exit /b 1
    .venv\Scripts\python -m pip install --isolated --quiet --disable-pip-version-check --no-index --find-links wheels --only-binary :all: --require-hashes -r requirements.lock || exit /b 1
    type nul > .venv\installed
)
.venv\Scripts\python -m streamlit run serve.py --server.port %PORT%
