package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
	"github.com/tetratelabs/wazero/sys"
)

// As afmpeg has them: github.com/phpboyscout/afmpeg at 0d75c3a, pkg/afmpeg/setjmp.go.
const features = api.CoreFeaturesV2 |
	experimental.CoreFeaturesExtendedConst |
	experimental.CoreFeaturesTailCall |
	experimental.CoreFeaturesExceptionHandling

// host is a runtime and its compiled module, from which every command gets an instance of its own.
type host struct {
	runtime  wazero.Runtime
	compiled wazero.CompiledModule
	deadline time.Duration
}

// load makes the runtimes one after the other. Where the cache does not have the module yet, each runtime compiles it, as in a program without a
// cache, and the last one puts it there. Otherwise each loads it.
func load(chosen options, module, cache string, times *phases) ([]*host, error) {
	start := time.Now()
	binary, err := os.ReadFile(module)
	if err != nil {
		return nil, err
	}

	// wazero's own keys tell such modules apart, too, but nobody can ask whether it has one.
	key := sha256.Sum256(fmt.Appendf(binary[:len(binary):len(binary)], "cancel: %t", chosen.stop == "cancel"))
	folder := filepath.Join(cache, "wazero", fmt.Sprintf("%x", key[:8]))
	entries, err := filepath.Glob(filepath.Join(folder, "*", "*[0-9a-f]"))
	if err != nil {
		return nil, err
	}

	hosts := make([]*host, chosen.runtimes)
	for i := range hosts {
		cached := len(entries) > 0 || i == len(hosts)-1
		if hosts[i], err = newHost(chosen, binary, folder, cached); err != nil {
			return nil, err
		}
	}

	if len(entries) > 0 {
		times.Load = since(start)
	} else {
		times.Compile = since(start)
	}

	return hosts, nil
}

func newHost(chosen options, binary []byte, folder string, cached bool) (*host, error) {
	ctx := context.Background()
	config := wazero.NewRuntimeConfigCompiler().
		WithCoreFeatures(features).
		WithCloseOnContextDone(chosen.stop == "cancel").
		WithMemoryLimitPages(chosen.pages)
	if cached {
		// One for each runtime: runtimes that share one share the compiled module, too.
		cache, err := wazero.NewCompilationCacheWithDir(folder)
		if err != nil {
			return nil, err
		}

		config = config.WithCompilationCache(cache)
	}

	runtime := wazero.NewRuntimeWithConfig(ctx, config)
	wasi := ctx
	if chosen.stop == "host-calls" {
		// A listener costs the functions that have one, and these are of the host alone: the guest is compiled without.
		wasi = experimental.WithFunctionListenerFactory(ctx, experimental.FunctionListenerFactoryFunc(
			func(api.FunctionDefinition) experimental.FunctionListener {
				return experimental.FunctionListenerFunc(endAtDeadline)
			}))
	}

	if _, err := wasi_snapshot_preview1.Instantiate(wasi, runtime); err != nil {
		return nil, err
	}

	compiled, err := runtime.CompileModule(ctx, binary)
	return &host{runtime, compiled, chosen.deadline}, err
}

// endAtDeadline is called before each function of the host. Done's channel is looked at, since Err takes a lock.
func endAtDeadline(ctx context.Context, _ api.Module, _ api.FunctionDefinition, _ []uint64, _ experimental.StackIterator) {
	select {
	case <-ctx.Done():
		panic(sys.NewExitError(sys.ExitCodeDeadlineExceeded))
	default:
	}
}

// single runs one command in an instance of its own.
func (h *host) single(command []string, media, output string, times *phases) int {
	// Compiled code that is to be stopped looks at the context of the call; the snapshotter is in it as afmpeg and GoToSocial have it.
	ctx := experimental.WithSnapshotter(context.Background())
	start := time.Now()
	guest, err := h.runtime.InstantiateModule(ctx, h.compiled, configuration(command, media, output))
	if err != nil {
		return refused(err)
	}

	defer func() { _ = guest.Close(ctx) }()
	entry := guest.ExportedFunction("_start")
	if entry == nil {
		return refused(errors.New("the module exports no _start: it is not a WASI command"))
	}

	times.Instantiate = since(start)
	used := processorSeconds()
	start = time.Now()
	ctx, cancel := context.WithTimeout(ctx, h.deadline)
	defer cancel()
	_, err = entry.Call(ctx)
	times.Execute = since(start)
	used = processorSeconds() - used
	times.ExecuteCPU = &used
	return status(ctx, err)
}

// processorSeconds is what all threads of this process have used of processors so far.
func processorSeconds() float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		fail(err)
	}

	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano()).Seconds()
}

func configuration(command []string, media, output string) wazero.ModuleConfig {
	return wazero.NewModuleConfig().
		WithName("").
		WithStartFunctions().
		WithArgs(append([]string{"ffmpeg"}, command...)...).
		WithStdout(os.Stdout).
		WithStderr(os.Stderr).
		WithSysWalltime().
		WithSysNanotime().
		WithSysNanosleep().
		WithFSConfig(wazero.NewFSConfig().WithReadOnlyDirMount(media, "/media").WithDirMount(output, "/out"))
}

func status(ctx context.Context, err error) int {
	var exit *sys.ExitError
	switch {
	case err == nil:
		return 0
	case !errors.As(err, &exit):
		fmt.Fprintf(os.Stderr, "trap: %v\n", err)
		return trapped
	case exit.ExitCode() == sys.ExitCodeDeadlineExceeded && ctx.Err() != nil:
		fmt.Fprintln(os.Stderr, "stopped at its deadline")
		return stopped
	case exit.ExitCode() > notAStatus:
		// The kernel would keep its lowest eight bits, and of 256 a success.
		fmt.Fprintf(os.Stderr, "the guest's exit status %d is none that a process can have\n", exit.ExitCode())
		return notAStatus
	default:
		return int(exit.ExitCode())
	}
}
