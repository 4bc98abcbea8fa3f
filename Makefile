# Works with GNU Make 4 and with the 3.81 of macOS. `make help` lists what there is.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
# An unknown locale must not decide how Python reads Chinese file names and text.
export PYTHONUTF8 := 1

PORT ?= 8000
OUTPUT ?= output

# The first Python that is new enough, unless one is given: make site PYTHON=python3.12
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
NODE_FITS := node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null && npm --version >/dev/null 2>&1
# What pip would say besides errors is English, and tells editors nothing.
INSTALL := $(BIN)/python -m pip install --quiet --quiet --root-user-action ignore \
	--disable-pip-version-check --use-pep517 --require-hashes

##@ 常用命令

# SCHEDULER=tcp://host:8786 or WORKERS=4 let a Dask cluster do the work (docs/cluster.md).
.PHONY: site
site: convert ## 安装所需组件，把 content/raw/ 里的新版面转换成草稿，生成整个网站到 output/
	@$(BIN)/python -m plugins.output.production $(OUTPUT)

.PHONY: convert
convert: installed ## 只把 content/raw/ 里的新版面转换成草稿
	@[ ! -d content/raw ] || $(BIN)/python -m plugins.newspaper --new content/raw

.PHONY: publish
publish: installed ## 自动发布用：生成整个网站到 output/，登记新网址；有原文没有整理好就停下
	@$(BIN)/python -m plugins.output.production --publish $(OUTPUT)
	@$(BIN)/python -m plugins.desk addresses $(OUTPUT)

.PHONY: zip
zip: installed ## 生成可放在 U 盘里、不联网也能搜索的版本 archive.zip（output/ 不动）
	@$(BIN)/python -m plugins.output.disk_edition archive.zip
	@echo '已生成 archive.zip：解压后用浏览器打开 index.html。'

.PHONY: check
check: installed ## 检查全部文章、页面和数据表，列出所有错误和提示
	@$(BIN)/python -m plugins.desk check $(if $(FORMAT),--format $(FORMAT))

# Values travel by the environment, so that the shell sees no quotation mark of a title.
.PHONY: new
new: export DESK_NEW_TITLE := $(value TITLE)
new: export DESK_NEW_DATE := $(value DATE)
new: export DESK_NEW_NEWSPAPER := $(value NEWSPAPER)
new: export DESK_NEW_PAGE := $(value PAGE)
new: export DESK_NEW_AUTHORS := $(value AUTHORS)
new: export DESK_NEW_COUNTIES := $(value COUNTIES)
new: installed ## 新建一篇文章：make new TITLE=标题（还可写 DATE= PAGE= 等，缺的会问）
	@$(BIN)/python -m plugins.desk new

# Names travel so, too: one may have blanks, or what a shell would read as its own.
.PHONY: annotate
annotate: export DESK_FILES := $(value FILES)
annotate: installed ## 补上文章里空着、能从正文得出的字段，先显示再写（FILES= 可指定文章，WRITE=1 不问就写）
	@$(BIN)/python -m plugins.desk annotate $(if $(WRITE),--write) -- "$$DESK_FILES"

.PHONY: accept
accept: export DESK_FILES := $(value FILES)
accept: installed ## 发布核对过的草稿：make accept FILES=文章或原文（WRITE=1 有拿不准的地方也不问）
	@$(BIN)/python -m plugins.desk accept $(if $(WRITE),--write) -- "$$DESK_FILES"

.PHONY: redo
redo: export DESK_FILES := $(value FILE)
redo: installed ## 重新转换一版：make redo FILE=原文（没改过的草稿换成新的；原文删了，草稿问过也删去）
	@$(BIN)/python -m plugins.desk redo $(if $(WRITE),--write) -- "$$DESK_FILES"

.PHONY: withdraw
withdraw: export DESK_FILES := $(value FILE)
withdraw: installed ## 撤下一篇文章，登记它的网址：make withdraw FILE=文章（WRITE=1 不问就做）
	@$(BIN)/python -m plugins.desk withdraw $(if $(WRITE),--write) -- "$$DESK_FILES"

.PHONY: prefecture
prefecture: export DESK_PREFECTURE_NAME := $(value NAME)
prefecture: export DESK_PREFECTURE_PROVINCE := $(value PROVINCE)
prefecture: export DESK_PREFECTURE_COUNTIES := $(value COUNTIES)
prefecture: export DESK_PREFECTURE_SITE := $(value SITE)
prefecture: export DESK_PREFECTURE_NEWSPAPER := $(value NEWSPAPER)
prefecture: installed node_modules/.all ## 换成另一个市（州、盟）的档案，从空的开始：make prefecture NAME=某某市
	@$(BIN)/python -m plugins.desk prefecture $(if $(WRITE),--write)
	@$(BIN)/python -m plugins.desk check
	@$(BIN)/python -m plugins.output.production $(OUTPUT)

.PHONY: mask
mask: export DESK_MASK_WORDS := $(value WORDS)
mask: export DESK_FILES := $(value FILE)
mask: installed ## 隐去文章里的文字：make mask FILE=文章 WORDS=文字（WRITE=1 不问就做）
	@$(BIN)/python -m plugins.desk mask $(if $(WRITE),--write) -- "$$DESK_FILES"

.PHONY: serve
serve: installed ## 预览网站，保存文件后自动重新生成（PORT=8000 可改端口）
	@$(BIN)/python -m plugins.desk serve --port $(PORT)

.PHONY: preview
preview: installed ## 生成预览到 preview/：连同草稿和原文对照，审稿用
	@$(BIN)/python -m plugins.output.production --preview preview

.PHONY: test
test: ## 检查代码并运行全部测试（需要 Chromium；Debian 上以 root 运行时自动安装）
	@$(MAKE) --no-print-directory --jobs=2 chromium
	@$(MAKE) --no-print-directory style
	@$(MAKE) --no-print-directory --jobs=2 types tests

# Style takes seconds. Types are checked beside the tests: one processor is enough for that.
.PHONY: tests
tests: chromium tests/__pycache__/compiled
	@$(BIN)/python -m pytest -n auto
	@scripts=$$(find tests -name '*.test.js'); [ -z "$$scripts" ] || node --test $$scripts

# Where nothing is compiled yet, one process does it: all that share the tests would each do it all.
tests/__pycache__/compiled: | chromium
	@$(BIN)/python -m pytest --collect-only -qq > /dev/null || true
	@mkdir -p $(@D) && touch $@

.PHONY: quick
quick: lint ## 只检查改动的代码，运行和它有关的测试（一分钟以内）；提交前仍要 make test
	@$(BIN)/python -m tests.quick

.PHONY: lint
lint: style types ## 只检查代码：格式、常见错误、类型

.PHONY: style types
style: installed-for-tests
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
types: installed-for-tests
	@$(BIN)/python -m mypy

.PHONY: help
help: ## 显示这份说明
	@awk -F ':.*## ' '/^##@ / { printf "\n%s\n", substr($$0, 5) } \
		/^[a-z][a-z-]*:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

##@ 自动任务用

.PHONY: propose
propose: installed ## 把上传的新版面转换成草稿，写成待开的合并请求（见 .github/workflows/convert.yml）
	@$(BIN)/python -m plugins.desk propose proposals.json

##@ 集群（一台机器不够用时，见 docs/cluster.md）

.PHONY: scheduler
scheduler: installed $(VENV)/.cluster ## 在这台机器上启动集群的调度器（只在内部网络里用）
	@$(BIN)/python -m distributed.cli.dask_scheduler --port 8786 --no-dashboard

.PHONY: worker
worker: export SCHEDULER := $(value SCHEDULER)
worker: installed $(VENV)/.cluster ## 启动工作进程：make worker SCHEDULER=tcp://主机:8786 WORKERS=4
	@test -n "$$SCHEDULER" || { echo '请写明调度器的地址，如 make worker SCHEDULER=tcp://10.0.0.5:8786' >&2; exit 1; }
	@$(BIN)/python -m distributed.cli.dask_worker "$$SCHEDULER" --nworkers $(or $(WORKERS),1) \
		--nthreads 1 --no-dashboard

##@ 开发者用

.PHONY: bench
bench: installed-for-tests ## 测量转换器还原文章、取出数字的准确率，一万篇文章的搜索，一千篇的生成（N=1000 可改篇数），用 Lighthouse 给网页打分
	@$(BIN)/python -m benchmarks.recovery
	@$(BIN)/python -m benchmarks.reading $(CORPUS)
	@$(BIN)/python -m benchmarks.figures
	@$(BIN)/python -m benchmarks.search $(N)
	@$(BIN)/python -m benchmarks.build $(N) $(if $(CORPUS),--corpus $(CORPUS))
	@npm ci --prefix benchmarks/lighthouse --ignore-scripts --silent
	@$(MAKE) site
	@node benchmarks/lighthouse/judge.mjs $(OUTPUT)

# Laws with many examples, damaged pages and indexes, kills and full disks; then guided fuzzing, each
# target for so many seconds. Only some Pythons have a wheel of the fuzzer: without it, that is left out.
FUZZ_SECONDS ?= 120
.PHONY: stress
stress: installed-for-tests ## 用大量随机数据、断电和满盘反复检验（约四十五分钟；FUZZ_SECONDS=120 可改每项模糊测试的秒数）
	@mkdir -p .cache && $(INSTALL) --only-binary :all: -r requirements-stress.txt 2> .cache/stress.log \
		|| echo "没有装上 atheris：$$(tail -n 1 .cache/stress.log)" >&2
	@STRESS=1 $(BIN)/python -m pytest -vv -n auto --dist worksteal -m "hypothesis or stress"
	@$(BIN)/python -m tests.faults.fuzz $(FUZZ_SECONDS)

# A report that was written tells of a flaw; none was, where a database could not be reached. OSV is
# asked itself, for an index's mirror may answer without knowing of any.
.PHONY: audit
audit: installed-for-tests ## 查所用组件有没有已知的漏洞；连不上漏洞库时只提醒
	@mkdir -p .cache && rm -f .cache/audit
	@lock='requirements*.txt'; $(BIN)/python -m pip_audit --require-hashes --disable-pip \
		$(foreach lock,$(wildcard requirements*.txt),--requirement $(lock)) \
		--vulnerability-service osv --progress-spinner off --output .cache/audit 2> .cache/audit.log \
		|| { cat .cache/audit 2>/dev/null && exit 1; $(UNREACHED); }
	@for lock in package-lock.json benchmarks/lighthouse/package-lock.json; do \
		npm audit --prefix $$(dirname $$lock) > .cache/audit 2> .cache/audit.log \
		|| { grep -q 'npm audit report' .cache/audit && cat .cache/audit && exit 1; $(UNREACHED); }; done

# On GitHub a warning stands at the job, where a line on standard error would be overlooked.
UNREACHED := echo "$${GITHUB_ACTIONS:+::warning::}$$lock：没有连上漏洞库，没有查。$$(grep -i error .cache/audit.log \
	| grep -v 'complete log' | tail -n 1 | cut -c 1-200)"

.PHONY: clean
clean: ## 删除生成的网站和缓存；已安装的组件留着
	@rm -rf $(foreach site,preview $(OUTPUT),$(site) $(site).new $(site).new.work $(site).old) .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

.PHONY: lock
lock: installed-for-tests ## 把依赖的最新版本及其校验值写入锁定文件（用 Python 3.11 运行）
	@$(GROUP) lock | xargs $(BIN)/python -m pip install --quiet
	@$(COMPILE) --output-file requirements.txt pyproject.toml
	@$(GROUP) test | $(COMPILE) --constraint requirements.txt --output-file requirements-test.txt -
	@$(GROUP) cluster | $(COMPILE) --constraint requirements-test.txt --output-file requirements-cluster.txt -
	@$(GROUP) stress | $(COMPILE) --constraint requirements-test.txt --output-file requirements-stress.txt -
	@$(GROUP) node | $(COMPILE) --output-file requirements-node.txt -
	@npm install --package-lock-only --ignore-scripts
	@npm install --package-lock-only --ignore-scripts --prefix benchmarks/lighthouse
	@$(INSTALL) -r requirements.txt && $(BIN)/python -m plugins.site.pages.licence_lock

COMPILE := $(BIN)/pip-compile --quiet --upgrade --allow-unsafe --strip-extras --generate-hashes \
	--no-header --no-annotate --no-emit-options \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links
GROUP := $(BIN)/python -c 'import sys, tomllib; \
	print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"][sys.argv[1]], sep="\n")'

# Stamps: what is installed is installed again only when its lock file changes.

.PHONY: installed installed-for-tests chromium
installed: $(VENV)/.runtime node_modules/.installed $(if $(SCHEDULER)$(WORKERS),$(VENV)/.cluster)
installed-for-tests: installed $(VENV)/.test $(VENV)/.cluster node_modules/.all

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo '没有找到 Python 3.11 或更高版本：请安装 Python 后再运行 make（已安装时可指明：make site PYTHON=路径）' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo '没能建立 $(VENV)：Debian 和 Ubuntu 上请先运行 apt install python3-venv' >&2; exit 1; }
	@rm -f $(VENV)/.runtime $(VENV)/.test $(VENV)/.cluster $(VENV)/.node

$(VENV)/.runtime: requirements.txt | $(BIN)/python
	@echo '正在安装 Python 组件……'
	@$(INSTALL) -r requirements.txt
	@touch $@

# One pip after the other, whatever else is made beside them.
$(VENV)/.test: requirements-test.txt | $(VENV)/.runtime $(VENV)/.cluster
	@echo '正在安装测试用的 Python 组件……'
	@$(INSTALL) -r requirements-test.txt
	@touch $@

$(VENV)/.cluster: requirements-cluster.txt | $(VENV)/.runtime
	@echo '正在安装集群用的 Python 组件……'
	@$(INSTALL) -r requirements-cluster.txt
	@touch $@

$(VENV)/.node: requirements-node.txt | $(BIN)/python
	@{ $(NODE_FITS); } || { echo '没有找到 Node.js 20 或更高版本，正在 $(VENV) 里安装一份……'; $(INSTALL) -r requirements-node.txt; }
	@touch $@

node_modules/.installed: package-lock.json | $(VENV)/.node
	@echo '正在安装网页脚本组件……'
	@npm ci --omit=dev --ignore-scripts --silent
	@touch $@

# What only tests and `make prefecture` need: the nation's list of divisions alone takes 180 MB.
node_modules/.all: package-lock.json | node_modules/.installed
	@npm ci --ignore-scripts --silent
	@touch node_modules/.installed $@

# One without windows shows the same in a third of the time; where apt has none, any Chromium does.
APT := apt-get install -qq -y --no-install-recommends fonts-noto-cjk
$(VENV)/.browser: | $(VENV)/.test
	@command -v chromium-headless-shell >/dev/null || test "$$(id -u)" != 0 || ! command -v apt-get >/dev/null \
		|| { echo '正在用 apt 安装 Chromium……' && apt-get update -qq \
		&& { $(APT) chromium-headless-shell || $(APT) chromium; } >/dev/null; } || true
	@! $(BIN)/python -m tests.built_site.chromium || touch $@

chromium: installed-for-tests $(VENV)/.browser
	@$(BIN)/python -m tests.built_site.chromium \
		|| { echo '测试要用 Chromium 浏览器：请安装 Chromium 或 Chrome 后再运行 make test（Debian 上：apt install chromium fonts-noto-cjk）' >&2; exit 1; }
