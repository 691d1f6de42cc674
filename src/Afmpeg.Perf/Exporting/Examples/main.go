// go run . ../ffmpeg.wasm MEDIA OUT -i media/in.mkv ... out/out.mp4
// The guest sees the folder MEDIA as /media, read-only, and the folder OUT as /out. wazero follows symbolic links out of both.
// The job has a deadline, which is checked when the guest calls the host. There is no WithCloseOnContextDone(true): it checks at every
// loop, and an encode then takes two to eleven times as long. A guest that loops without calling the host runs on, and Go's next garbage
// collection waits for it with everything else in this process: let another process end this one.
package main

import (
	"context"
	"errors"
	"log"
	"os"
	"time"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
	"github.com/tetratelabs/wazero/sys"
)

const deadline = time.Hour

// endWhenDone is called before each function of the host. The guest's functions have no listener, so the guest's code is unchanged.
func endWhenDone(ctx context.Context, _ api.Module, _ api.FunctionDefinition, _ []uint64, _ experimental.StackIterator) {
	select {
	case <-ctx.Done():
		if errors.Is(ctx.Err(), context.Canceled) {
			panic(sys.NewExitError(sys.ExitCodeContextCanceled))
		}
		panic(sys.NewExitError(sys.ExitCodeDeadlineExceeded))
	default:
	}
}

func main() {
	binary, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}

	ctx := experimental.WithSnapshotter(context.Background())
	runtime := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigCompiler().WithMemoryLimitPages(512<<4).
		WithCoreFeatures(api.CoreFeaturesV2|experimental.CoreFeaturesExtendedConst|experimental.CoreFeaturesTailCall|experimental.CoreFeaturesExceptionHandling))
	wasi_snapshot_preview1.MustInstantiate(experimental.WithFunctionListenerFactory(ctx, experimental.FunctionListenerFactoryFunc(
		func(api.FunctionDefinition) experimental.FunctionListener { return experimental.FunctionListenerFunc(endWhenDone) })), runtime)
	job, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	_, err = runtime.InstantiateWithConfig(job, binary, wazero.NewModuleConfig().
		WithArgs(append([]string{"ffmpeg"}, os.Args[4:]...)...).
		WithStdout(os.Stdout).WithStderr(os.Stderr).
		WithSysWalltime().WithSysNanotime().WithSysNanosleep().
		WithFSConfig(wazero.NewFSConfig().WithReadOnlyDirMount(os.Args[2], "/media").WithDirMount(os.Args[3], "/out")))
	var exit *sys.ExitError
	if job.Err() != nil {
		log.Fatal(job.Err())
	} else if errors.As(err, &exit) {
		os.Exit(int(min(exit.ExitCode(), 255))) // The kernel would turn 256 into 0, a success.
	} else if err != nil {
		log.Fatal(err)
	}
}
