# One command each: `make run`, `make test`. Everything that is missing is installed first, and said.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PREFIX ?= /usr/local
BUILD := .build
RELEASE ?= $(BUILD)/release/tenken
# lld: the default linker warns about `mktemp` on each static link. The
# static Swift library saves 6 ms at each start; a program at a fixed address has no 21,000 addresses of its own to put
# right; and what draws, breaks lines and digests is linked in. What reads other people's files stays shared, where
# Debian mends it and where its address is not known.
STATIC := ncursesw tinfo unistring sodium
RELEASE_FLAGS := -c release --product tenken --static-swift-stdlib -Xswiftc -use-ld=lld \
  -Xswiftc -Xclang-linker -Xswiftc -no-pie -Xlinker -L$(abspath $(BUILD))/static -Xlinker --no-export-dynamic
TEST_FLAGS := -Xswiftc -use-ld=lld

.PHONY: help run build test journeys oracle attack engines torture fuzz sanitize races mutants check-all lint api-docs install install-built deb uninstall clean setup setup-tests docs pictures bench

help:            ## この一覧
	@grep -hE '^[a-z-]+: .*##|^[a-z-]+:  +##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

setup:           ## 必要なものをそろえる（make run と make test が自動で行う）
	@.ci/setup build

setup-tests:
	@.ci/setup test

build: setup     ## 実行ファイルを作る
	@mkdir -p $(BUILD)/static
	@for name in $(STATIC); do ln -sf "$$(clang -print-file-name=lib$$name.a)" $(BUILD)/static/; done
	@swift build $(RELEASE_FLAGS)

run: build       ## 個人の点検を始める
	@$(RELEASE)

test: setup-tests ## すべての試験
	@swift build $(TEST_FLAGS) --build-tests
	@swift test $(TEST_FLAGS) --skip-build

journeys: setup-tests ## 本物の端末での試験だけ
	@swift test $(TEST_FLAGS) --filter Journeys

ROUNDS ?= 1000
SEED ?= 1
oracle: setup-tests build ## でたらめな点検回で、集計を別の計算と比べる（ROUNDS=10000 SEED=1）
	@python3 Tests/Oracle/many_rounds.py $(RELEASE) $(ROUNDS) $(SEED)

attack: setup-tests build ## 点検結果から一人の答えを割り出せないか確かめる（ROUNDS=100 SEED=1）
	@python3 Tests/Oracle/attacker.py $(RELEASE) $(ROUNDS) $(SEED)

engines: setup-tests build ## DuckDB と Spark の SQL でも集計し、数を比べる（SEED=1）
	@.ci/setup engines
	@Tests/Engines/engines.sh $(RELEASE) 200 $(SEED)

ROOM ?=
SAMPLE ?=
AGAIN ?=
HAND ?=
JOURNEYS ?=
mutants: setup-tests ## 箇所を選んで一つずつ壊し、試験が気付くか確かめる（SAMPLE=160 ROOM=Session AGAIN=1、手で選んだ規則は HAND=1）
	@python3 Tests/Mutants/$(if $(HAND),mutants,schemata).py $(if $(ROOM),--room $(ROOM)) \
	  $(if $(SAMPLE),--sample $(SAMPLE)) --seed $(SEED) $(if $(HAND),$(if $(JOURNEYS),--journeys),$(if $(AGAIN),--again))

KILLS ?= 2000
FAULTS ?= 2000
torture: setup-tests build ## 途中で止め、失敗させ、結び付けようとして、提出を試す（KILLS=2000 FAULTS=2000 SEED=1）
	@python3 Tests/Torture/torture.py $(RELEASE) $(KILLS) $(FAULTS) $(SEED)
	@python3 Tests/Torture/relink.py $(RELEASE) 20 48 $(SEED)

MINUTES ?= 1
TARGET ?=
fuzz: setup-tests ## 読み取るものすべてに、でたらめな入力を与える（MINUTES=1 は一つずつの長さ、TARGET=roster）
	@python3 Tests/Fuzz/fuzz.py $(MINUTES) $(TARGET)

sanitize: setup-tests ## C の部品を、メモリーと未定義の動作の誤りを見付ける仕組みとともに試す
	@Tests/Fuzz/sanitize.sh

races: setup-tests ## 箱を何本もの糸で読むところに、データの競合がないか確かめる（ThreadSanitizer）
	@swift test $(TEST_FLAGS) --scratch-path $(BUILD)/races --sanitize=thread \
	  --filter 'FormatsTests|StorageTests|AggregationTests|JobsTests'

check-all: build ## 時間や大きな部品が要る検査（新しい Debian、長い検算、印刷。管理者で実行する）
	@.ci/setup check
	@swift test $(TEST_FLAGS) --filter 'FormsBack|OverSecureShell'
	@Tests/Kiosk/kiosk.sh $(RELEASE)
	@Tests/Papers/papers.sh $(RELEASE)
	@Tests/Papers/letters.sh $(RELEASE)
	@$(MAKE) oracle ROUNDS=10000
	@$(MAKE) attack ROUNDS=200
	@$(MAKE) torture KILLS=500 FAULTS=500
	@$(MAKE) fuzz MINUTES=0.2
	@$(MAKE) sanitize
	@$(MAKE) races
	@.ci/fresh-machine
	@$(MAKE) deb
	@.ci/installed-package

SHEETS ?= 61 1000 10000 100000
bench: build     ## 速さを測る（判定はしない。SHEETS="1000 1000000"、比べる相手は PYTHON=… の duckdb・orjson・polars）
	@.ci/setup bench
	@python3 Tests/Benchmarks/terminal.py $(RELEASE)
	@python3 Tests/Benchmarks/aggregate.py $(RELEASE) $(SHEETS)

api-docs: setup-tests ## 部品の説明（DocC）を作る
	@.ci/api-docs

lint: setup-tests ## 書式と文書の検査
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests
	@.ci/lint

install: build install-built   ## 入れる（PREFIX=… で場所を選ぶ）

install-built:
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d $(DESTDIR)$(PREFIX)/share/tenken/schemas
	install -m 644 docs/schemas/*.json $(DESTDIR)$(PREFIX)/share/tenken/schemas
	install -m 755 -s $(RELEASE) $(DESTDIR)$(PREFIX)/bin/tenken
	$(RELEASE) --generate-manual > $(DESTDIR)$(PREFIX)/share/man/man1/tenken.1
	$(RELEASE) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/tenken
	$(RELEASE) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_tenken
	$(RELEASE) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/tenken.fish

deb: build       ## Debian の部品（.deb）を作る
	@.ci/setup deb
	@.packaging/deb $(RELEASE)

uninstall:       ## 取り除く（下書きと点検回は残る）
	rm -rf $(DESTDIR)$(PREFIX)/share/tenken
	rm -f $(DESTDIR)$(PREFIX)/bin/tenken $(DESTDIR)$(PREFIX)/share/man/man1/tenken.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/tenken \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_tenken \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/tenken.fish

pictures: build  ## README の絵を作り直す（chromium、poppler-utils、tmux が要る）
	@python3 Tests/Papers/pictures.py $(RELEASE)

docs: build      ## 文書のうち自動で作る部分を作り直す
	@.ci/generate-docs $(RELEASE)

clean:           ## 作ったものを消す
	rm -rf $(BUILD)
