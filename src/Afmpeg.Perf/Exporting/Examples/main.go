// go run . ../ffmpeg.wasm MEDIA OUT -i media/in.mkv ... out/out.mp4
// The guest sees the folder MEDIA as /media, read-only, and the folder OUT as /out. Nothing else.
// There is no WithCloseOnContextDone(true) here: it costs a guest two to ten times its time. To stop one, end the process.
package main

import (
	"context"
	"errors"
	"log"
	"os"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
	"github.com/tetratelabs/wazero/sys"
)

func main() {
	binary, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}

	ctx := experimental.WithSnapshotter(context.Background())
	runtime := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigCompiler().WithMemoryLimitPages(512<<4).
		WithCoreFeatures(api.CoreFeaturesV2|experimental.CoreFeaturesExtendedConst|experimental.CoreFeaturesTailCall|experimental.CoreFeaturesExceptionHandling))
	wasi_snapshot_preview1.MustInstantiate(ctx, runtime)
	_, err = runtime.InstantiateWithConfig(ctx, binary, wazero.NewModuleConfig().
		WithArgs(append([]string{"ffmpeg"}, os.Args[4:]...)...).
		WithStdout(os.Stdout).WithStderr(os.Stderr).
		WithSysWalltime().WithSysNanotime().WithSysNanosleep().
		WithFSConfig(wazero.NewFSConfig().WithReadOnlyDirMount(os.Args[2], "/media").WithDirMount(os.Args[3], "/out")))
	var exit *sys.ExitError
	if errors.As(err, &exit) {
		os.Exit(int(exit.ExitCode()))
	} else if err != nil {
		log.Fatal(err)
	}
}
